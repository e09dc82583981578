package io.tidemark.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.identity.NodeBundle;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.identity.SignedRoster;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a new node where another one was: its keys, its home, and a later roster for everyone. */
record Replacing(
        AuthorityFiles files,
        CertificateAuthority root,
        CertificateIssuer issuer,
        Homes homes,
        Roster before) {

    Replaced till(NodeName till, String newDevice, Path settings) throws IOException {
        Roster.Member old = known(till);
        if (!old.role().isDevice())
            throw new ProvisioningRefused(
                    till
                            + " is a "
                            + old.role().label()
                            + ", not a till; replace-till is for tills and handhelds");
        if (old.isReplaced())
            throw new ProvisioningRefused(
                    till
                            + " was replaced by "
                            + old.replacedBy()
                            + " already; replace that one if it is broken");
        NodeName name = fresh(till, newDevice);
        NodeIssuer.Issued issued = issuer(till).issue(name, old.role(), old.workstation());
        Roster after = before.withReplaced(till, issued.member());
        return placed(new Draft(old, issued, homes.node(name, old.role()), after), settings);
    }

    Replaced gateway(String store, Path settings) throws IOException {
        NodeName name =
                new NodeName(before.organisation(), requireStore(store), StoreSpec.GATEWAY_DEVICE);
        Roster.Member old = known(name);
        int epoch = Math.addExact(old.epoch(), 1);
        NodeIssuer.Issued issued = issuer(name).issue(name, Role.GATEWAY, old.workstation(), epoch);
        Roster after = before.withRenewed(issued.member());
        return placed(new Draft(old, issued, homes.renewed(name, epoch), after), settings);
    }

    private record Draft(
            Roster.Member old, NodeIssuer.Issued issued, ProvisionedNode node, Roster after) {
        String store() {
            return old.name().store();
        }
    }

    private Replaced placed(Draft draft, Path settings) throws IOException {
        String yaml = yaml(settings);
        List<Path> atHand = storeAtHand(draft);
        Optional<Path> office = identityAt(before.headOffice().orElseThrow().name());
        SignedRoster itsPart = root.signed(draft.after().forStore(draft.store()));
        SignedRoster everyone = root.signed(draft.after());
        try (Placement placement = new Placement()) {
            NodeBundle bundle = draft.issued().with(root.certificate(), itsPart);
            homes.write(bundle, draft.node(), yaml, placement);
            AuthorityFiles.writeCertificate(
                    placement.prepare(files.deviceCa(draft.issued().member().journal())),
                    draft.issued().tls().chain().getLast());
            placement.commit(() -> files.writeRoster(everyone));
        }
        homes.writeRosterUpdate(draft.store(), itsPart);
        homes.writeRosterUpdate(NodeName.HEAD_OFFICE_STORE, everyone);
        for (Path identity : atHand) NodeBundle.offerRoster(identity, itsPart);
        if (office.isPresent()) NodeBundle.offerRoster(office.get(), everyone);
        List<Path> told = new ArrayList<>(atHand);
        office.ifPresent(told::add);
        return new Replaced(
                draft.old(),
                draft.node(),
                told,
                homes.rosterUpdate(draft.store()),
                homes.rosterUpdate(NodeName.HEAD_OFFICE_STORE));
    }

    /** The store's homes below here, without the one whose keys the later roster does not have. */
    private List<Path> storeAtHand(Draft draft) {
        List<Path> found = new ArrayList<>();
        for (Roster.Member member : before.membersOf(draft.store()))
            if (!member.name().equals(draft.issued().member().name()))
                identityAt(member.name()).ifPresent(found::add);
        return found;
    }

    private Optional<Path> identityAt(NodeName name) {
        Path identity = homes.identity(name);
        if (!Files.isDirectory(identity)) return Optional.empty();
        try {
            NodeBundle.readRoster(identity).verified(root.certificate().getPublicKey());
            return Optional.of(identity);
        } catch (Malformed e) {
            throw new ProvisioningRefused(
                    identity
                            + " is another organisation's node, or damaged; give another --out, or put"
                            + " that directory right first",
                    e);
        }
    }

    private NodeIssuer issuer(NodeName place) {
        return new NodeIssuer(issuer, issuer.storeCa(root, place.organisation(), place.store()));
    }

    private String requireStore(String store) {
        if (before.store(store).isEmpty())
            throw new ProvisioningRefused(
                    "there is no store '" + store + "'; `tidemark provision show` lists them");
        return store;
    }

    private Roster.Member known(NodeName name) {
        return before.member(name)
                .orElseThrow(() ->
                        new ProvisioningRefused(
                                "there is no "
                                        + name
                                        + "; `tidemark provision show` lists who there is"));
    }

    private NodeName fresh(NodeName old, String device) {
        try {
            NodeName name = new NodeName(old.organisation(), old.store(), device);
            if (before.member(name).isEmpty()) return name;
            throw new ProvisioningRefused(
                    name + " is taken; a new device gets a label that no other ever had");
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused("--new-device: " + e.getMessage(), e);
        }
    }

    private static String yaml(Path settings) throws IOException {
        try {
            return Files.readString(settings, UTF_8);
        } catch (NoSuchFileException e) {
            throw new ProvisioningRefused(
                    "there is no "
                            + settings
                            + "; give the node.yaml of the one to be replaced with --settings",
                    e);
        }
    }
}
