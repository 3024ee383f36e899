variable "name" {
  type = string
}

variable "group" {
  type = string
}

resource "azurerm_cognitive_account" "this" {
  name                = var.name
  location            = "westeurope"
  resource_group_name = var.group
  kind                = "SpeechServices"
  sku_name            = "S0"
}

output "endpoint" {
  value = azurerm_cognitive_account.this.endpoint
}

output "key" {
  value     = azurerm_cognitive_account.this.primary_access_key
  sensitive = true
}
