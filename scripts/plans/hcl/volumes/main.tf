# A model volume that Terraform manages, which our constructs never make.

resource "docker_volume" "model" {
  name = "model-may"
}

resource "docker_container" "callcenter" {
  name  = "callcenter"
  image = "mcr.microsoft.com/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64"
  command = [
    "ModelId=11111111-2222-3333-4444-555555555555",
    "Eula=accept",
    "Billing=https://westeurope.api.cognitive.microsoft.com/",
    "ApiKey=${var.key}",
  ]
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
    external = 5002
    ip       = "127.0.0.1"
  }

  mounts {
    type   = "volume"
    source = docker_volume.model.name
    target = "/usr/local/models"
  }
}

variable "key" {
  type      = string
  default   = "not-a-key-of-a-variable"
  sensitive = true
}
