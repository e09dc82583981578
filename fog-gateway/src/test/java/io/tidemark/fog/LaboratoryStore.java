package io.tidemark.fog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.money.CurrencyCode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A store with a gateway, head office and some tills, all with keys of their own. */
public final class LaboratoryStore {
    public static final String ORGANISATION = "shop.example";
    public static final String STORE = "s001";
    public static final CurrencyCode GBP = new CurrencyCode("GBP");
    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int CUT_OVER = 4;

    private final Map<NodeName, Signer> signers = new HashMap<>();
    private final List<Roster.Member> members = new ArrayList<>();
    private final CurrencyCode currency;
    private final ZoneId zone;

    public LaboratoryStore(String... tills) {
        this(GBP, ZONE, tills);
    }

    /** Somewhere else. */
    public LaboratoryStore(CurrencyCode currency, ZoneId zone, String... tills) {
        this.currency = currency;
        this.zone = zone;
        member(new NodeName(ORGANISATION, NodeName.HEAD_OFFICE_STORE, "ledger"), Role.HEAD_OFFICE);
        member(gateway(), Role.GATEWAY);
        for (String till : tills) member(device(till), Role.TILL);
    }

    /** Before the gateway starts. */
    public LaboratoryStore withHandheld(String label) {
        member(device(label), Role.HANDHELD);
        return this;
    }

    public CurrencyCode currency() {
        return currency;
    }

    public ZoneId zone() {
        return zone;
    }

    public NodeName gateway() {
        return device("gateway");
    }

    public NodeName device(String label) {
        return new NodeName(ORGANISATION, STORE, label);
    }

    public Signer signer(NodeName node) {
        return Objects.requireNonNull(signers.get(node));
    }

    public LaboratoryTill till(String label) {
        return new LaboratoryTill(
                roster().member(device(label)).orElseThrow().journal(),
                signer(device(label)),
                currency,
                zone);
    }

    public JournalKey journalKey() {
        return JournalKey.of(new byte[JournalKey.BYTES]);
    }

    public Roster roster() {
        return new Roster(
                ORGANISATION,
                true,
                1,
                List.of(
                        new Roster.StoreFacts(
                                STORE,
                                "High Street",
                                zone,
                                CUT_OVER,
                                currency,
                                RawPublicKey.of(new byte[RawPublicKey.BYTES]))),
                members);
    }

    private void member(NodeName name, Role role) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            signers.put(name, Ed25519.signer(keys.getPrivate()));
            members.add(
                    new Roster.Member(
                            name,
                            role,
                            name.device(),
                            1,
                            Ed25519.raw(keys.getPublic()),
                            Hash.digest(name.uri().getBytes(UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
