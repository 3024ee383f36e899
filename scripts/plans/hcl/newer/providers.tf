terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "4.55.0" }
    docker  = { source = "kreuzwerker/docker", version = "3.6.2" }
  }
}

provider "azurerm" {
  features {}
}

provider "docker" {}
