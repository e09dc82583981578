package io.tidemark.authority;

import io.tidemark.identity.NodeBundle;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.identity.SignedRoster;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * An organisation's authority, opened with its passphrase. It alone holds the root of trust, and it
 * is the only place where a node comes into being.
 */
public final class Authority {
    private static final int PASSPHRASE_LENGTH_MIN = 12;

    private final AuthorityFiles files;
    private final CertificateAuthority root;
    private final char[] passphrase;
    private final CertificateIssuer issuer;

    private Authority(Path directory, CertificateAuthority root, char[] passphrase, Clock clock) {
        this.files = new AuthorityFiles(directory);
        this.root = root;
        this.passphrase = passphrase.clone();
        this.issuer = new CertificateIssuer(clock);
    }

    /**
     * Founds an organisation: its root of trust in {@code directory}, and head office's home below
     * {@code out}. Both are put in place whole, or nothing is.
     *
     * @throws ProvisioningRefused if anything there would be written over, or the passphrase is too
     *     short
     */
    public static ProvisionedOrganisation create(
            Path directory, char[] passphrase, OrganisationSpec spec, Path out) throws IOException {
        requireStrong(passphrase, spec);
        Clock clock = Clock.systemUTC();
        CertificateAuthority root = new CertificateIssuer(clock).root(spec.domain());
        Authority authority = new Authority(directory, root, passphrase, clock);
        authority.found(directory.toAbsolutePath(), spec, new Homes(out));
        return new ProvisionedOrganisation(
                authority, new Homes(out).node(spec.headOffice(), Role.HEAD_OFFICE));
    }

    /**
     * @throws io.tidemark.identity.WrongPassphrase if the passphrase is not the organisation's
     * @throws ProvisioningRefused if the directory is no authority's
     */
    public static Authority open(Path directory, char[] passphrase) throws IOException {
        CertificateAuthority root = new AuthorityFiles(directory).readRoot(passphrase);
        return new Authority(directory, root, passphrase, Clock.systemUTC());
    }

    /**
     * A laboratory organisation for tests, below a directory of their own, with a random
     * passphrase.
     */
    public static ProvisionedOrganisation laboratory(Path directory) throws IOException {
        return create(
                directory.resolve("authority"),
                Passphrase.random(new SecureRandom()),
                OrganisationSpec.forLaboratory(),
                directory.resolve("nodes"));
    }

    /**
     * SHA-256 of the root's certificate, in hexadecimal digits: what two people compare by
     * telephone.
     */
    public String fingerprint() {
        return NodeIssuer.fingerprint(root.certificate()).hex();
    }

    /** Everyone, as it stands now. */
    public Roster roster() throws IOException {
        return files.readRoster(root.certificate());
    }

    /**
     * Provisions a store and puts its nodes' homes below {@code out}: all of them, or nothing. Head
     * office learns of the store where its home is below {@code out} too; it reads its roster when
     * it starts.
     *
     * @throws ProvisioningRefused if the store exists, or anything would be written over
     */
    public ProvisionedStore provisionStore(StoreSpec spec, Path out) throws IOException {
        try (FileChannel _ = files.lock()) {
            Homes homes = new Homes(out);
            Roster before = roster();
            requireNew(spec, before);
            Optional<Path> headOffice = headOfficeAt(homes, before);
            StoreDraft draft = StoreDraft.of(spec, issuer, root, before);
            SignedRoster everyone = signed(draft.roster());
            place(draft, everyone, homes);
            if (headOffice.isPresent()) NodeBundle.replaceRoster(headOffice.get(), everyone);
            return draft.placed(homes, headOffice);
        }
    }

    /**
     * Puts a new device at a till's workstation: its home below {@code out}, and a later roster for
     * everyone. The old device stays known, for what it may still bring.
     *
     * @throws ProvisioningRefused if there is no such till, it was replaced already, or anything
     *     would be written over
     */
    public Replaced replaceTill(NodeName till, String newDevice, Path settings, Path out)
            throws IOException {
        try (FileChannel _ = files.lock()) {
            return replacing(out).till(till, newDevice, settings);
        }
    }

    /**
     * Puts a new machine in the place of a store's gateway: of the same name, with keys of its own,
     * in the next epoch.
     *
     * @throws ProvisioningRefused if there is no such store, or anything would be written over
     */
    public Replaced replaceGateway(String store, Path settings, Path out) throws IOException {
        try (FileChannel _ = files.lock()) {
            return replacing(out).gateway(store, settings);
        }
    }

    /** Where {@code provision store} put a node's settings below {@code out}. */
    Path settingsBelow(Path out, NodeName node) {
        return new Homes(out).settings(node);
    }

    private Replacing replacing(Path out) throws IOException {
        return new Replacing(files, root, issuer, new Homes(out), roster());
    }

    private void found(Path directory, OrganisationSpec spec, Homes homes) throws IOException {
        NodeName name = spec.headOffice();
        CertificateAuthority ca = issuer.storeCa(root, spec.domain(), name.store());
        NodeIssuer.Issued node =
                new NodeIssuer(issuer, ca).issue(name, Role.HEAD_OFFICE, name.device());
        SignedRoster roster =
                signed(
                        new Roster(
                                spec.domain(),
                                spec.laboratory(),
                                1,
                                List.of(),
                                List.of(node.member())));
        try (Placement placement = new Placement()) {
            Path nodes = homes.prepareStore(name.store(), placement);
            homes.write(
                    node.with(root.certificate(), roster),
                    name,
                    NodeYaml.headOffice(spec),
                    new Homes.Into(nodes, placement));
            AuthorityFiles unfinished = new AuthorityFiles(placement.prepare(directory));
            unfinished.writeRoot(root, passphrase);
            unfinished.writeStoreCa(name.store(), ca.certificate());
            unfinished.writeRoster(roster);
            placement.commit(() -> {});
        }
    }

    private void place(StoreDraft draft, SignedRoster everyone, Homes homes) throws IOException {
        String store = draft.spec().store();
        SignedRoster itsPart = signed(draft.roster().forStore(store));
        try (Placement placement = new Placement()) {
            Homes.Into into = new Homes.Into(homes.prepareStore(store, placement), placement);
            for (StoreDraft.Node node : draft.nodes())
                homes.write(
                        node.issued().with(root.certificate(), itsPart),
                        node.name(),
                        node.settings(),
                        into);
            homes.write(store, draft.recovery(), passphrase, placement);
            AuthorityFiles.writeCertificate(
                    placement.prepare(files.storeCa(store)), draft.ca().certificate());
            placement.commit(() -> files.writeRoster(everyone));
        }
    }

    /**
     * Head office's identity directory, if its home is here; another organisation's is left alone.
     */
    private Optional<Path> headOfficeAt(Homes homes, Roster roster) {
        Path identity = homes.identity(roster.headOffice().orElseThrow().name());
        if (!Files.isDirectory(identity)) return Optional.empty();
        try {
            NodeBundle.readRoster(identity).verified(root.certificate().getPublicKey());
            return Optional.of(identity);
        } catch (Malformed e) {
            throw new ProvisioningRefused(
                    identity
                            + " is another organisation's head office, or damaged; give another --out, or"
                            + " put that directory right first",
                    e);
        }
    }

    private SignedRoster signed(Roster roster) {
        return root.signed(roster);
    }

    /** Whoever gets at the authority's files may guess for years. */
    private static void requireStrong(char[] passphrase, OrganisationSpec spec) {
        if (!spec.laboratory() && passphrase.length < PASSPHRASE_LENGTH_MIN)
            throw new ProvisioningRefused(
                    "the passphrase has "
                            + passphrase.length
                            + " characters; choose one of at least "
                            + PASSPHRASE_LENGTH_MIN
                            + ", such as five words drawn by lot");
    }

    private static void requireNew(StoreSpec spec, Roster roster) {
        if (roster.store(spec.store()).isPresent())
            throw new ProvisioningRefused(
                    "store: '" + spec.store() + "' is provisioned already; choose another label");
        if (roster.laboratory()) return;
        requireKnown("gateway.mqttPort", spec.gateway().mqttPort());
        requireKnown("headOffice.port", spec.headOffice().port());
    }

    private static void requireKnown(String field, int port) {
        if (port == 0)
            throw new ProvisioningRefused(
                    field + ": 0 is for a laboratory only; write the port, so that others find it");
    }
}
