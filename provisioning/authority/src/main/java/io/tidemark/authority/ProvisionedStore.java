package io.tidemark.authority;

import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * @param nodes the gateway first, then the tills and the handhelds as the store's file lists them
 * @param recoveryKey the file for the safe
 * @param headOfficeRoster head office's roster, where its home was at hand and the roster was
 *     replaced
 */
public record ProvisionedStore(
        Roster.StoreFacts facts,
        List<ProvisionedNode> nodes,
        Path recoveryKey,
        Optional<Path> headOfficeRoster) {
    public ProvisionedStore {
        nodes = List.copyOf(nodes);
    }

    public ProvisionedNode gateway() {
        return nodes.getFirst();
    }

    public List<ProvisionedNode> tills() {
        return of(Role.TILL);
    }

    public List<ProvisionedNode> handhelds() {
        return of(Role.HANDHELD);
    }

    private List<ProvisionedNode> of(Role role) {
        return nodes.stream().filter(node -> node.role() == role).toList();
    }

    public ProvisionedNode node(String device) {
        return nodes.stream()
                .filter(node -> node.name().device().equals(device))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(facts.store() + " has no device " + device));
    }
}
