moved {
  from = azurerm_cognitive_account.old
  to   = azurerm_cognitive_account.new
}

moved {
  from = docker_container.old
  to   = docker_container.new
}
