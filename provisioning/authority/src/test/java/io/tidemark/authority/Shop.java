package io.tidemark.authority;

import io.tidemark.identity.NodeIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** A laboratory organisation with two stores of one till each, provisioned for real. */
record Shop(
        Path directory,
        ProvisionedOrganisation organisation,
        ProvisionedStore store,
        ProvisionedStore otherStore) {
    static final char[] PASSPHRASE = "organisation".toCharArray();

    static Shop in(Path directory) throws IOException {
        Path out = directory.resolve("nodes");
        ProvisionedOrganisation organisation =
                Authority.create(
                        directory.resolve("authority"),
                        PASSPHRASE,
                        OrganisationSpec.forLaboratory(),
                        out);
        Authority authority = organisation.authority();
        return new Shop(
                directory,
                organisation,
                authority.provisionStore(StoreSpec.forLaboratory("s001", 1), out),
                authority.provisionStore(StoreSpec.forLaboratory("s002", 1), out));
    }

    NodeIdentity till() {
        return store.node("till-1").openIdentity();
    }

    NodeIdentity gateway() {
        return store.gateway().openIdentity();
    }

    NodeIdentity otherGateway() {
        return otherStore.gateway().openIdentity();
    }

    NodeIdentity otherTill() {
        return otherStore.node("till-1").openIdentity();
    }

    NodeIdentity headOffice() {
        return organisation.headOffice().openIdentity();
    }

    /**
     * What someone who holds the root could make: a CA that only differs from the store's in its
     * key.
     */
    CertificateAuthority ca(String store) {
        try {
            CertificateAuthority root =
                    new AuthorityFiles(directory.resolve("authority")).readRoot(PASSPHRASE);
            return new CertificateIssuer(Clock.systemUTC())
                    .storeCa(root, organisation.authority().roster().organisation(), store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
