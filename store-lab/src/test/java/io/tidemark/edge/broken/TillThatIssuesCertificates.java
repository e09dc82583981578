package io.tidemark.edge.broken;

import io.tidemark.authority.broken.Issuer;

/** Breaks the rule that tills ship no CA code. */
public record TillThatIssuesCertificates(Issuer issuer) {}
