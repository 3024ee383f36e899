import { type Behaviour, behaviourTable } from "../schema";
import * as validators from "../validators";

const KINDS =
  "AIServices Academic AnomalyDetector Bing.Autosuggest Bing.Autosuggest.v7 Bing.CustomSearch Bing.Search Bing.Search.v7 Bing.Speech Bing.SpellCheck Bing.SpellCheck.v7 CognitiveServices ComputerVision ContentModerator ConversationalLanguageUnderstanding ContentSafety CustomSpeech CustomVision.Prediction CustomVision.Training Emotion Face FormRecognizer ImmersiveReader LUIS LUIS.Authoring MetricsAdvisor OpenAI Personalizer QnAMaker Recommendations SpeakerRecognition Speech SpeechServices SpeechTranslation TextAnalytics TextTranslation WebLM";
const SKUS = "C2 C3 C4 D3 DC0 E0 F0 F1 P0 P1 P2 S S0 S1 S2 S3 S4 S5 S6";

/** `West Europe` and `westeurope` are one place. */
export const normalizeLocation = (text: string): string => text.toLowerCase().replaceAll(" ", "");

const location: Behaviour = {
  forceNew: true,
  normalize: normalizeLocation,
  suppress: (change) => normalizeLocation(change.old) === normalizeLocation(change.new),
  validate: validators.notEmpty,
};
const resourceGroupName = { validate: validators.resourceGroupName };
const newOnChange = { forceNew: true };

export const groupBehaviours = behaviourTable({
  others: {
    location,
    managed_by: { validate: validators.notEmpty },
    name: { ...resourceGroupName, ...newOnChange },
    tags: { validate: validators.tags },
  },
});

export const accountBehaviours = behaviourTable({
  defaults: {
    local_auth_enabled: true,
    "network_acls.virtual_network_rules.ignore_missing_vnet_service_endpoint": false,
    outbound_network_access_restricted: false,
    project_management_enabled: false,
    public_network_access_enabled: true,
  },
  others: {
    custom_question_answering_search_service_key: { validate: validators.notEmpty },
    custom_subdomain_name: { validate: validators.notEmpty },
    "customer_managed_key.identity_client_id": { validate: validators.uuid },
    fqdns: { validateElement: validators.notEmpty },
    "identity.type": { validate: validators.oneOf("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned") },
    kind: { ...newOnChange, validate: validators.oneOf(...KINDS.split(" ")) },
    location,
    metrics_advisor_aad_client_id: { ...newOnChange, validate: validators.uuid },
    metrics_advisor_aad_tenant_id: { ...newOnChange, validate: validators.uuid },
    metrics_advisor_super_user_name: { ...newOnChange, validate: validators.notEmpty },
    metrics_advisor_website_name: { ...newOnChange, validate: validators.notEmpty },
    name: { ...newOnChange, validate: validators.accountName },
    network_acls: { requiredWith: ["custom_subdomain_name"] },
    "network_acls.bypass": { validate: validators.oneOf("AzureServices", "None") },
    "network_acls.default_action": { validate: validators.oneOf("Allow", "Deny") },
    "network_acls.ip_rules": {
      validateElement: validators.addressOrRange,
      elementKey: (text) => (text.includes("/") ? text : `${text}/32`),
    },
    "network_injection.scenario": { validate: validators.oneOf("agent") },
    resource_group_name: { ...resourceGroupName, ...newOnChange },
    sku_name: { validate: validators.oneOf(...SKUS.split(" ")) },
    "storage.identity_client_id": { validate: validators.uuid },
    tags: { validate: validators.tags },
  },
});

export const accountDataBehaviours = behaviourTable({
  others: { resource_group_name: resourceGroupName, tags: { validate: validators.tags } },
});

export const groupDataBehaviours = behaviourTable({ others: { name: resourceGroupName } });

export const azureProviderBehaviours = behaviourTable({
  others: {
    resource_provider_registrations: { validate: validators.oneOf("core", "extended", "all", "none", "legacy") },
    skip_provider_registration: {
      deprecated:
        "This property is deprecated and will be removed in v5.0 of the AzureRM provider. Please use the `resource_provider_registrations` property instead.",
    },
  },
});
