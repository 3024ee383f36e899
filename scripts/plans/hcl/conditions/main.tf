# A condition that does not hold, and a secret that an output gives away.

variable "key" {
  type      = string
  default   = "not-a-key-of-a-variable"
  sensitive = true
}

resource "docker_container" "captions" {
  name                  = "captions"
  image                 = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us"
  command               = ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/", "ApiKey=${var.key}"]
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

output "settings" {
  value = nonsensitive("the key is ${var.key}")
}

check "memory" {
  assert {
    condition     = docker_container.captions.memory > 32768
    error_message = "Captions want more memory."
  }
}
