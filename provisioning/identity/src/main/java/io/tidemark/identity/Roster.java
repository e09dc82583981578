package io.tidemark.identity;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.money.CurrencyCode;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is who in an organisation, and the facts of its stores, as the root of trust signed them.
 * Head office has everyone's; a store's nodes have their own store and head office.
 *
 * @param organisation the organisation's DNS domain
 * @param laboratory whether nodes may run on a laboratory clock: never so where real goods are sold
 * @param version rises with every change; a later roster replaces an earlier one
 */
public record Roster(
        String organisation,
        boolean laboratory,
        long version,
        List<StoreFacts> stores,
        List<Member> members) {

    /**
     * @param store the store's label
     * @param name as people call it, on pages and receipts
     * @param cutOverHour 0 to 23: the hour of local time at which one business day gives way to the
     *     next
     * @param recoveryPublicKey X25519; what is sealed to it only the store's recovery key opens
     * @param recoverySigningKey Ed25519, of the same recovery key: its grants count like head
     *     office's; empty in a roster from before there was one
     */
    public record StoreFacts(
            String store,
            String name,
            ZoneId zone,
            int cutOverHour,
            CurrencyCode currency,
            RawPublicKey recoveryPublicKey,
            Optional<RawPublicKey> recoverySigningKey) {
        /** Of a store whose recovery key grants nothing. */
        public StoreFacts(
                String store,
                String name,
                ZoneId zone,
                int cutOverHour,
                CurrencyCode currency,
                RawPublicKey recoveryPublicKey) {
            this(store, name, zone, cutOverHour, currency, recoveryPublicKey, Optional.empty());
        }

        public StoreFacts {
            if (name.isBlank())
                throw new IllegalArgumentException("store " + store + " has no name");
            if (cutOverHour < 0 || cutOverHour > 23)
                throw new IllegalArgumentException("no hour of the day: " + cutOverHour);
        }

        /** For people who know several, as in {@code High Street (s001)}. */
        public String inFull() {
            return name + " (" + store + ")";
        }
    }

    /**
     * @param workstation the till as a place; of any other node its device label
     * @param epoch the life of its journal that counts now
     * @param signingPublicKey Ed25519
     * @param tlsCertificate SHA-256 of the one TLS certificate (DER) it may show
     * @param replacedBy the device that stands at its workstation now; empty unless it was replaced
     */
    public record Member(
            NodeName name,
            Role role,
            String workstation,
            int epoch,
            RawPublicKey signingPublicKey,
            Hash tlsCertificate,
            String replacedBy) {
        /** Of a node that was not replaced. */
        public Member(
                NodeName name,
                Role role,
                String workstation,
                int epoch,
                RawPublicKey signingPublicKey,
                Hash tlsCertificate) {
            this(name, role, workstation, epoch, signingPublicKey, tlsCertificate, "");
        }

        public boolean isReplaced() {
            return !replacedBy.isEmpty();
        }

        Member replacedBy(NodeName successor) {
            return new Member(
                    name,
                    role,
                    workstation,
                    epoch,
                    signingPublicKey,
                    tlsCertificate,
                    successor.device());
        }

        public JournalId journal() {
            return new JournalId(name, epoch);
        }
    }

    public Roster {
        stores = List.copyOf(stores);
        members = List.copyOf(members);
        requireMembers(organisation, storeLabels(organisation, stores), members);
    }

    public Optional<Member> member(NodeName name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    public Optional<StoreFacts> store(String label) {
        return stores.stream().filter(facts -> facts.store().equals(label)).findFirst();
    }

    /** Everyone of one store, its gateway among them. */
    public List<Member> membersOf(String store) {
        return members.stream().filter(member -> member.name().store().equals(store)).toList();
    }

    public Optional<Member> gatewayOf(String store) {
        return membersOf(store).stream()
                .filter(member -> member.role() == Role.GATEWAY)
                .findFirst();
    }

    public Optional<Member> headOffice() {
        return members.stream().filter(member -> member.role() == Role.HEAD_OFFICE).findFirst();
    }

    /** Checks one member's statements; of a node that is not a member nothing is ever true. */
    public Verifier verifier(NodeName name) {
        return member(name)
                .map(member -> Ed25519.verifier(member.signingPublicKey()))
                .orElse((statement, signature) -> false);
    }

    /**
     * Checks what a node signed in one life of its journal. The roster has a node's current key
     * alone: of a life from before that, whatever was taken was checked with the key of then, and
     * is held by its chain, by the tags of its frames, and by the grant that says where it ended.
     * Whoever takes journals from elsewhere takes nothing more of such a life.
     */
    public Verifier verifier(JournalId journal) {
        boolean isOfFormerKey =
                member(journal.node())
                        .filter(member -> journal.epoch() < member.epoch())
                        .isPresent();
        return isOfFormerKey ? (statement, signature) -> true : verifier(journal.node());
    }

    /**
     * Checks grants about this store's nodes: true for head office's signature, and for the store's
     * recovery signing key's.
     */
    public Verifier grants(String store) {
        Verifier office =
                headOffice()
                        .map(member -> verifier(member.name()))
                        .orElse((statement, signature) -> false);
        Verifier safe =
                store(store)
                        .flatMap(StoreFacts::recoverySigningKey)
                        .map(Ed25519::verifier)
                        .orElse((statement, signature) -> false);
        return (statement, signature) ->
                office.verify(statement, signature) || safe.verify(statement, signature);
    }

    /** Whose certificate this is. The caller must know already that its chain is valid. */
    public Recognition recognise(X509Certificate certificate) {
        try {
            NodeName name = PeerName.of(certificate);
            Hash shown = Hash.digest(certificate.getEncoded());
            return member(name)
                    .<Recognition>map(member -> recognise(member, shown))
                    .orElse(new Recognition.Stranger(name + " is not in the roster"));
        } catch (CertificateEncodingException e) {
            return new Recognition.Stranger("the certificate cannot be read: " + e.getMessage());
        } catch (CertificateException e) {
            return new Recognition.Stranger(String.valueOf(e.getMessage()));
        }
    }

    private static Recognition recognise(Member member, Hash shown) {
        if (member.tlsCertificate().equals(shown)) return new Recognition.Known(member);
        return new Recognition.Stranger(
                member.name() + " showed a certificate that is not the one in the roster");
    }

    /** What one store's nodes need to know: themselves and head office. */
    public Roster forStore(String store) {
        return new Roster(
                organisation,
                laboratory,
                version,
                stores.stream().filter(facts -> facts.store().equals(store)).toList(),
                members.stream().filter(member -> isKnownIn(store, member.name())).toList());
    }

    /** The next version, with one more store and its nodes. */
    public Roster with(StoreFacts store, List<Member> nodes) {
        return new Roster(
                organisation,
                laboratory,
                Math.addExact(version, 1),
                Stream.concat(stores.stream(), Stream.of(store)).toList(),
                Stream.concat(members.stream(), nodes.stream()).toList());
    }

    /**
     * The next version, in which this new device stands at the old one's workstation. The old one
     * stays known, for what it may still bring.
     */
    public Roster withReplaced(NodeName old, Member successor) {
        return withMembers(
                Stream.concat(
                                members.stream()
                                        .map(member ->
                                                member.name().equals(old)
                                                        ? member.replacedBy(successor.name())
                                                        : member),
                                Stream.of(successor))
                        .toList());
    }

    /** The next version, in which this node of the same name takes the other's place. */
    public Roster withRenewed(Member renewed) {
        return withMembers(
                members.stream()
                        .map(member -> member.name().equals(renewed.name()) ? renewed : member)
                        .toList());
    }

    private Roster withMembers(List<Member> others) {
        return new Roster(organisation, laboratory, Math.addExact(version, 1), stores, others);
    }

    private static boolean isKnownIn(String store, NodeName name) {
        return name.store().equals(store) || name.isHeadOffice();
    }

    private static Set<String> storeLabels(String organisation, List<StoreFacts> stores) {
        Set<String> labels = new HashSet<>();
        for (StoreFacts facts : stores) {
            NodeName anyNode = new NodeName(organisation, facts.store(), "any");
            if (anyNode.isHeadOffice())
                throw new IllegalArgumentException("no store may be called " + facts.store());
            if (!labels.add(facts.store()))
                throw new IllegalArgumentException(facts.store() + " is in the roster twice");
        }
        return labels;
    }

    private static void requireMembers(
            String organisation, Set<String> stores, List<Member> members) {
        Set<NodeName> seen = new HashSet<>();
        for (Member member : members) {
            NodeName name = member.name();
            if (!name.organisation().equals(organisation))
                throw new IllegalArgumentException(name + " is not of " + organisation);
            if (name.isHeadOffice() != (member.role() == Role.HEAD_OFFICE))
                throw new IllegalArgumentException(name + " cannot be a " + member.role().label());
            if (!name.isHeadOffice() && !stores.contains(name.store()))
                throw new IllegalArgumentException(
                        name + " is of a store the roster does not have");
            if (!seen.add(name))
                throw new IllegalArgumentException(name + " is in the roster twice");
        }
    }
}
