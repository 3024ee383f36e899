# The mistakes that "wrong" leaves out: each container and each account has one or two.

resource "azurerm_resource_group" "speech" {
  name     = "mistakes"
  location = "westeurope"
}

# Closed for containers, which take keys of it, and of a tier that serves none that is connected.
resource "azurerm_cognitive_account" "closed" {
  name                          = "mistakes-closed"
  location                      = "westeurope"
  resource_group_name           = azurerm_resource_group.speech.name
  kind                          = "SpeechServices"
  sku_name                      = "DC0"
  local_auth_enabled            = false
  public_network_access_enabled = false
}

locals {
  repository = "mcr.microsoft.com/azure-cognitive-services/speechservices"
  billing    = "https://westeurope.api.cognitive.microsoft.com/"
}

variable "key" {
  type      = string
  default   = "not-a-key-of-a-variable"
  sensitive = true
}

# An old version, and more decoders than its cores can feed.
resource "docker_container" "captions" {
  name  = "captions"
  image = "${local.repository}/speech-to-text:4.9.0-amd64-en-us"
  command = [
    "Eula=accept",
    "Billing=${azurerm_cognitive_account.closed.endpoint}",
    "ApiKey=${azurerm_cognitive_account.closed.primary_access_key}",
  ]
  env         = ["DECODER_MAX_COUNT=20"]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false
}

# A voice that does not exist, from a registry of somebody, without a licence that was accepted.
resource "docker_container" "narrator" {
  name        = "narrator"
  image       = "registry.example/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-arm64-en-us-arianeural"
  command     = ["Billing=${local.billing}", "ApiKey=${var.key}"]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false
}

# Closed to all but one address: as it should be.
resource "azurerm_cognitive_account" "guarded" {
  name                  = "mistakes-guarded"
  location              = "westeurope"
  resource_group_name   = azurerm_resource_group.speech.name
  kind                  = "SpeechServices"
  sku_name              = "S0"
  custom_subdomain_name = "mistakes-guarded"

  network_acls {
    default_action = "Deny"
    ip_rules       = ["192.0.2.1"]
  }
}

# Without Azure, but with nothing that its licence and its records could stay in.
resource "docker_container" "offline" {
  name        = "offline"
  image       = "${local.repository}/language-detection:1.18.0-amd64-preview"
  command     = ["Eula=accept", "Mounts:License=/license", "Mounts:Output=/output"]
  env         = ["HTTP_PROXY=http://proxy:8888", "HTTPS_PROXY=http://proxy:8888", "NO_PROXY=localhost,127.0.0.1"]
  memory      = 2048
  memory_swap = 2048
  cpu_period  = 100000
  cpu_quota   = 100000
  restart     = "always"
  must_run    = false

  mounts {
    type   = "bind"
    source = "/srv/output"
    target = "/output"
  }
}
