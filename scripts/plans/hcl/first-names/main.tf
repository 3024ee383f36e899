resource "azurerm_resource_group" "speech" {
  name     = "names"
  location = "westeurope"
}

resource "azurerm_cognitive_account" "old" {
  name                = "names-speech"
  location            = "westeurope"
  resource_group_name = azurerm_resource_group.speech.name
  kind                = "SpeechServices"
  sku_name            = "S0"
}

resource "docker_container" "old" {
  name                  = "captions"
  image                 = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us"
  command               = ["Eula=accept", "Billing=${azurerm_cognitive_account.old.endpoint}", "ApiKey=${azurerm_cognitive_account.old.primary_access_key}"]
  memory                = 16384
  memory_swap           = 16384
  cpu_period            = 100000
  cpu_quota             = 800000
  restart               = "unless-stopped"
  must_run              = false
  destroy_grace_seconds = 30
  log_driver            = "json-file"
  log_opts              = { max-size = "10m", max-file = "3" }

  ports {
    internal = 5000
    external = 5000
    ip       = "127.0.0.1"
  }
}

