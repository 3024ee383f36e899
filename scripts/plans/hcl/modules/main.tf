# Hand-written modules: an account, and a container that is made with count and with for_each.

resource "azurerm_resource_group" "speech" {
  name     = "modules"
  location = "westeurope"
}

module "account" {
  source = "./modules/account"
  name   = "modules-speech"
  group  = azurerm_resource_group.speech.name
}

locals {
  repository = "mcr.microsoft.com/azure-cognitive-services/speechservices"
}

module "captions" {
  source   = "./modules/container"
  for_each = { english = 5000, german = 5001 }
  name     = "captions-${each.key}"
  image    = "${local.repository}/speech-to-text:4.12.0-amd64-${each.key == "german" ? "de-de" : "en-us"}@sha256:${each.key == "german" ? join("", [for i in range(64) : "d"]) : join("", [for i in range(64) : "e"])}"
  port     = each.value
  endpoint = module.account.endpoint
  key      = module.account.key
}

resource "docker_image" "narrator" {
  name         = "${local.repository}/neural-text-to-speech:3.12.0-amd64-en-us-arianeural@sha256:${join("", [for i in range(64) : "f"])}"
  keep_locally = true
}

resource "docker_container" "narrator" {
  count                 = 2
  name                  = "narrator-${count.index}"
  image                 = docker_image.narrator.image_id
  env                   = ["Eula=accept", "BILLING=${module.account.endpoint}", "apikey=${module.account.key}"]
  memory                = 16384
  memory_swap           = 16384
  cpu_period            = 100000
  cpu_quota             = 800000
  restart               = "always"
  must_run              = false
  destroy_grace_seconds = 30
  log_driver            = "json-file"
  log_opts              = { max-size = "10m", max-file = "3" }

  ports {
    internal = 5000
    external = 5010 + count.index
    ip       = "127.0.0.1"
  }
}
