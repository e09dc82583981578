package io.tidemark.authority;

import io.tidemark.ledger.NodeName;

/**
 * What an organisation begins with.
 *
 * @param domain its DNS domain, by which its nodes are named
 * @param laboratory whether its nodes may run on a laboratory clock; cannot be changed later
 * @param headOfficeHttpPort head office's pages, on the loopback address; 0 for any free port
 * @param headOfficeTlsPort head office's listener for gateways; 0 for any free port
 */
public record OrganisationSpec(
        String domain, boolean laboratory, int headOfficeHttpPort, int headOfficeTlsPort) {
    private static final String HEAD_OFFICE_DEVICE = "ledger";

    public OrganisationSpec {
        try {
            new NodeName(domain, NodeName.HEAD_OFFICE_STORE, HEAD_OFFICE_DEVICE);
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused(
                    "domain: '"
                            + domain
                            + "' is no DNS domain; write one in lower case, such as shop.example",
                    e);
        }
        Ports.requireOwn("headOfficeHttpPort", headOfficeHttpPort);
        Ports.requireOwn("headOfficeTlsPort", headOfficeTlsPort);
    }

    /** An organisation for trying things out, with any free ports. */
    public static OrganisationSpec forLaboratory() {
        return new OrganisationSpec("lab.example", true, 0, 0);
    }

    NodeName headOffice() {
        return new NodeName(domain, NodeName.HEAD_OFFICE_STORE, HEAD_OFFICE_DEVICE);
    }
}
