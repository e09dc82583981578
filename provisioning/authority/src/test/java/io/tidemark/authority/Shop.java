package io.tidemark.authority;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.ProtectedKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

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

    CertificateAuthority storeCa() {
        return ca("s001");
    }

    CertificateAuthority otherStoreCa() {
        return ca("s002");
    }

    private CertificateAuthority ca(String store) {
        Path place = directory.resolve("authority/stores").resolve(store);
        try {
            byte[] certificate = Files.readAllBytes(place.resolve("certificate.pem"));
            return new CertificateAuthority(
                    Keys.ecPrivateKey(ProtectedKey.read(place.resolve("key.pem"), PASSPHRASE)),
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
