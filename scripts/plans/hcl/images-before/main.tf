resource "docker_image" "narrator" {
  name = "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-en-us-arianeural"

  lifecycle {
    create_before_destroy = true
  }
}
