terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "4.55.0" }
    docker  = { source = "kreuzwerker/docker" }
  }
}

provider "azurerm" {
  features {
    cognitive_account {
      purge_soft_delete_on_destroy = false
    }
  }
}

# Plain text to a machine somewhere else.
provider "docker" {
  alias = "somewhere"
  host  = "tcp://engine.example:2375"
}

provider "docker" {}
