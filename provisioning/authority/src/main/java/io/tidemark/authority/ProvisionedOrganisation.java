package io.tidemark.authority;

/**
 * An organisation that has been founded: what provisions its stores, and its head office's node.
 */
public record ProvisionedOrganisation(Authority authority, ProvisionedNode headOffice) {}
