# What people write who have read the manual of 2020 and no other.

resource "azurerm_resource_group" "speech" {
  name     = "wrong"
  location = "westeurope"
}

resource "azurerm_cognitive_account" "eu" {
  name                = "wrong-eu"
  location            = "westeurope"
  resource_group_name = azurerm_resource_group.speech.name
  kind                = "SpeechServices"
  sku_name            = "S0"
}

resource "azurerm_cognitive_account" "us" {
  name                = "wrong-us"
  location            = "eastus"
  resource_group_name = azurerm_resource_group.speech.name
  kind                = "CognitiveServices"
  sku_name            = "S0"
}

variable "key" {
  type    = string
  default = "not-a-key-but-not-sensitive"
}

resource "docker_image" "captions" {
  name = "containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text:latest"
}

# Endpoint and key of two accounts; open to everyone; too small; gone after a crash.
resource "docker_container" "captions" {
  name  = "captions"
  image = docker_image.captions.image_id
  command = [
    "Eula=accept",
    "Billing=${azurerm_cognitive_account.eu.endpoint}",
    "ApiKey=${azurerm_cognitive_account.us.primary_access_key}",
  ]
  memory      = 2048
  memory_swap = 2048

  ports {
    internal = 5000
    external = 5000
  }
}

# The port is taken, the key is not marked, the model has no volume, and the proxy catches the container's own calls.
resource "docker_container" "callcenter" {
  name  = "callcenter"
  image = "mcr.microsoft.com/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64"
  command = [
    "ModelId=the-one-from-may",
    "Eula=accept",
    "Billing=https://westeurope.api.cognitive.microsoft.com/",
    "ApiKey=${var.key}",
  ]
  env        = ["HTTP_PROXY=http://proxy.example:8888"]
  privileged = true
  restart    = "unless-stopped"
  must_run   = false

  ports {
    internal = 5000
    external = 5000
    ip       = "127.0.0.1"
  }
}
