terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "4.55.0" }
    docker  = { source = "kreuzwerker/docker", version = "3.6.2" }
  }
}

variable "purge" {
  type    = bool
  default = false
}

locals {
  engine = "unix:///var/run/docker.sock"
}

provider "azurerm" {
  features {
    cognitive_account {
      purge_soft_delete_on_destroy = var.purge
    }
  }
}

provider "docker" {
  host = local.engine
}
