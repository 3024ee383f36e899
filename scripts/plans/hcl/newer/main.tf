# Newer images; the licence of the old one stays.

locals {
  repository = "mcr.microsoft.com/azure-cognitive-services/speechservices"
  logs       = { max-size = "10m", max-file = "3" }
}

variable "key" {
  type      = string
  default   = "not-a-key-of-a-variable"
  sensitive = true
}

resource "docker_network" "speech" {
  name = "speech"
}

resource "docker_image" "captions" {
  name         = "${local.repository}/speech-to-text:4.12.0-amd64-en-us"
  keep_locally = true
}

resource "docker_container" "captions" {
  name        = "captions"
  image       = docker_image.captions.image_id
  command     = ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/", "ApiKey=${var.key}"]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false
  log_opts    = local.logs
}

resource "docker_container" "callcenter" {
  name  = "callcenter"
  image = "${local.repository}/custom-speech-to-text:4.12.0-amd64"
  command = [
    "ModelId=11111111-2222-3333-4444-555555555555",
    "Eula=accept",
    "Billing=https://westeurope.api.cognitive.microsoft.com/",
    "ApiKey=${var.key}",
  ]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false
  log_opts    = local.logs

  mounts {
    type   = "volume"
    source = "model"
    target = "/usr/local/models"
  }
}

resource "docker_image" "offline" {
  name         = "${local.repository}/neural-text-to-speech:3.12.0-amd64-en-us-arianeural"
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
  log_opts    = local.logs

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

resource "docker_container" "spare" {
  name        = "spare"
  image       = "${local.repository}/speech-to-text:4.12.0-amd64-de-de"
  command     = ["Eula=accept", "Mounts:License=/license", "Mounts:Output=/output"]
  memory      = 16384
  memory_swap = 16384
  cpu_period  = 100000
  cpu_quota   = 800000
  restart     = "always"
  must_run    = false
  log_opts    = local.logs

  mounts {
    type   = "volume"
    source = "spare-license"
    target = "/license"
  }

  mounts {
    type   = "volume"
    source = "output"
    target = "/output"
  }
}

check "memory" {
  assert {
    condition     = docker_container.captions.memory > 8192
    error_message = "Captions want more memory."
  }
}
