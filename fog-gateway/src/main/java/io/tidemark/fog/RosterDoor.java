package io.tidemark.fog;

import io.tidemark.fog.broker.Doorkeeper;
import io.tidemark.identity.Recognition;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.NodeName;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Lets in the devices of one store, by the very certificate the roster names; nobody else. */
record RosterDoor(Roster roster, NodeName gateway) implements Doorkeeper {
    @Override
    public Optional<NodeName> admit(X509Certificate certificate) {
        return switch (roster.recognise(certificate)) {
            case Recognition.Known(Roster.Member member) ->
                    Optional.of(member)
                            .filter(known -> known.name().isInStoreOf(gateway))
                            .filter(known -> known.role() != Role.GATEWAY)
                            .map(Roster.Member::name);
            case Recognition.Stranger _ -> Optional.empty();
        };
    }
}
