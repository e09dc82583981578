package io.tidemark.authority;

import io.tidemark.identity.RecoveryKey;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.NodeName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store with all its keys and certificates made and nothing on disk yet.
 *
 * @param nodes the gateway first
 * @param roster everyone's, this store's nodes included
 */
record StoreDraft(
        StoreSpec spec,
        CertificateAuthority ca,
        RecoveryKey recovery,
        List<Node> nodes,
        Roster roster) {

    /**
     * @param settings what goes into node.yaml
     */
    record Node(NodeIssuer.Issued issued, String settings) {
        NodeName name() {
            return issued.member().name();
        }

        Role role() {
            return issued.member().role();
        }
    }

    static StoreDraft of(
            StoreSpec spec, CertificateIssuer issuer, CertificateAuthority root, Roster before) {
        String organisation = before.organisation();
        CertificateAuthority ca = issuer.storeCa(root, organisation, spec.store());
        RecoveryKey recovery = RecoveryKey.generate(new SecureRandom());
        List<Node> nodes = nodes(spec, organisation, new NodeIssuer(issuer, ca));
        Roster roster =
                before.with(
                        facts(spec, recovery),
                        nodes.stream().map(node -> node.issued().member()).toList());
        return new StoreDraft(spec, ca, recovery, nodes, roster);
    }

    /** What there is once it has been put in place. */
    ProvisionedStore placed(Homes homes, Optional<Path> headOffice) {
        return new ProvisionedStore(
                facts(spec, recovery),
                nodes.stream().map(node -> homes.node(node.name(), node.role())).toList(),
                homes.recoveryKey(spec.store()),
                headOffice.map(identity -> identity.resolve("roster")));
    }

    private static Roster.StoreFacts facts(StoreSpec spec, RecoveryKey recovery) {
        return new Roster.StoreFacts(
                spec.store(),
                spec.name(),
                spec.zone(),
                spec.cutOverHour(),
                spec.currency(),
                recovery.publicKey(),
                Optional.of(recovery.signingPublicKey()));
    }

    private static List<Node> nodes(StoreSpec spec, String organisation, NodeIssuer issuer) {
        List<Node> nodes = new ArrayList<>();
        NodeName gateway = new NodeName(organisation, spec.store(), StoreSpec.GATEWAY_DEVICE);
        nodes.add(
                new Node(
                        issuer.issue(gateway, Role.GATEWAY, gateway.device()),
                        NodeYaml.gateway(spec)));
        for (StoreSpec.Device device : spec.devices()) {
            NodeName name = new NodeName(organisation, spec.store(), device.device());
            nodes.add(
                    new Node(
                            issuer.issue(name, device.role(), device.workstation()),
                            NodeYaml.device(spec, device)));
        }
        return nodes;
    }
}
