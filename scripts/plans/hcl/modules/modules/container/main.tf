terraform {
  required_providers {
    docker = { source = "kreuzwerker/docker" }
  }
}

variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "port" {
  type = number
}

variable "endpoint" {
  type = string
}

variable "key" {
  type      = string
  sensitive = true
}

resource "docker_image" "this" {
  name         = var.image
  keep_locally = true
}

resource "docker_container" "this" {
  name                  = var.name
  image                 = docker_image.this.image_id
  command               = ["Eula=accept", "Billing=${var.endpoint}", "ApiKey=${var.key}"]
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
    external = var.port
    ip       = "127.0.0.1"
  }
}
