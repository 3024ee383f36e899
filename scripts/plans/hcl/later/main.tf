# Hardly anything is known before apply: names, images, sizes and words come from what is made first.

resource "terraform_data" "later" {
  input = {
    action  = "Allow"
    driver  = "json-file"
    flag    = false
    image   = "${local.repository}/speech-to-text:4.12.0-amd64-en-us"
    kind    = "SpeechServices"
    memory  = 16384
    name    = "speech-2"
    offline = "${local.repository}/neural-text-to-speech:3.12.0-amd64-en-us-arianeural"
    policy  = "always"
    ports   = { first = 5000 }
    quota   = 800000
    sku     = "S0"
    user    = "1000"
    word    = "Eula=accept"
  }
}

locals {
  repository = "mcr.microsoft.com/azure-cognitive-services/speechservices"
  later      = terraform_data.later.output
  key        = azurerm_cognitive_account.late.primary_access_key
}

variable "key" {
  type      = string
  default   = "not-a-key-of-a-variable"
  sensitive = true
}

resource "azurerm_resource_group" "speech" {
  name     = "later"
  location = "westeurope"
}

resource "azurerm_cognitive_account" "late" {
  name                          = "later-speech"
  location                      = "westeurope"
  resource_group_name           = azurerm_resource_group.speech.name
  kind                          = local.later.kind
  sku_name                      = local.later.sku
  local_auth_enabled            = local.later.flag
  public_network_access_enabled = local.later.flag
  custom_subdomain_name         = local.later.name

  network_acls {
    default_action = "Deny"
  }
}

# The same network at another address, perhaps.
resource "docker_network" "host" {
  name = local.later.name
}

resource "docker_image" "captions" {
  name         = local.later.image
  keep_locally = true
}

# Words, size, rights, ports and mounts.
resource "docker_container" "captions" {
  name        = "captions"
  image       = docker_image.captions.image_id
  command     = [local.later.word, "Billing=${azurerm_cognitive_account.late.endpoint}", "ApiKey=${local.key}"]
  memory      = local.later.memory
  memory_swap = local.later.memory
  cpu_period  = 100000
  cpu_quota   = local.later.quota
  restart     = local.later.policy
  must_run    = local.later.flag
  privileged  = local.later.flag
  user        = local.later.user
  log_driver  = local.later.driver

  dynamic "ports" {
    for_each = local.later.ports
    content {
      internal = 5000
      external = ports.value
    }
  }

  dynamic "mounts" {
    for_each = local.later.ports
    content {
      type   = "volume"
      source = mounts.key
      target = "/output"
    }
  }
}

# Another model, perhaps, on the volume of the old one.
resource "docker_container" "callcenter" {
  name        = "callcenter"
  image       = "${local.repository}/custom-speech-to-text:4.12.0-amd64"
  command     = [local.later.word, "Billing=${azurerm_cognitive_account.late.endpoint}", "ApiKey=${local.key}"]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false

  mounts {
    type   = "volume"
    source = "model"
    target = "/usr/local/models"
  }
}

# Another image, perhaps, with the licence of the old one.
resource "docker_image" "offline" {
  name         = local.later.offline
  keep_locally = true
}

resource "docker_container" "offline" {
  name        = "offline"
  image       = docker_image.offline.image_id
  command     = ["Eula=accept", "Mounts:License=/license", "Mounts:Output=/output"]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false

  mounts {
    type   = "volume"
    source = "license"
    target = "/license"
  }

  mounts {
    type   = "volume"
    source = "output"
    target = "/output"
  }
}

# Connected or not, nobody knows.
resource "docker_container" "detection" {
  name        = "detection"
  image       = "${local.repository}/language-detection:1.18.0-amd64-preview"
  command     = [local.later.word, "Eula=accept"]
  memory      = 2048
  memory_swap = 2048
  cpu_period  = 100000
  cpu_quota   = 100000
  restart     = "always"
  must_run    = false
}

# Of Speech or not, nobody knows.
resource "docker_container" "unclear" {
  name    = "unclear"
  image   = local.later.image
  command = [local.later.word]
}

check "memory" {
  assert {
    condition     = docker_container.captions.memory > 8192
    error_message = "Captions want more memory."
  }
}

output "hint" {
  value = nonsensitive("${docker_container.captions.id} ${var.key}")
}
