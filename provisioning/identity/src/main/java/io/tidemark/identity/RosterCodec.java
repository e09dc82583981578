package io.tidemark.identity;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The bytes of a roster: {@code ["tidemark-roster", organisation, laboratory, version, [store…],
 * [member…]]}, a store being {@code [label, name, zone, cutOverHour, currency, recoveryKey]} with
 * {@code recoverySigningKey} at the end where it has one, and a member {@code [store, device, role,
 * workstation, epoch, signingKey, tlsCertificate]} with {@code replacedBy} at the end where it was
 * replaced. Items that a later version adds at the end of an array are passed over.
 */
final class RosterCodec {
    private static final String TAG = "tidemark-roster";
    private static final int FIELDS = 6;
    private static final int STORE_FIELDS = 6;
    private static final int STORE_FIELDS_SIGNING = 7;
    private static final int MEMBER_FIELDS = 7;
    private static final int MEMBER_FIELDS_REPLACED = 8;
    private static final int STORES_MAX = 10_000;
    private static final int MEMBERS_MAX = 250_000;
    private static final int HOUR_MAX = 23;
    private static final int ROLE_MAX = 255;

    private RosterCodec() {}

    static byte[] encode(Roster roster) {
        CborWriter writer = new CborWriter().array(FIELDS).text(TAG);
        writer.text(roster.organisation()).bool(roster.laboratory()).integer(roster.version());
        writer.array(roster.stores().size());
        roster.stores().forEach(store -> write(store, writer));
        writer.array(roster.members().size());
        roster.members().forEach(member -> write(member, writer));
        return writer.toBytes();
    }

    static Roster decode(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        try {
            Roster roster = reader.fields(FIELDS, () -> read(reader));
            reader.end();
            return roster;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Malformed("no valid roster: " + e.getMessage(), e);
        }
    }

    private static void write(Roster.StoreFacts store, CborWriter writer) {
        Optional<RawPublicKey> signing = store.recoverySigningKey();
        writer.array(signing.isPresent() ? STORE_FIELDS_SIGNING : STORE_FIELDS)
                .text(store.store())
                .text(store.name())
                .text(store.zone().getId())
                .integer(store.cutOverHour())
                .text(store.currency().code())
                .bytes(store.recoveryPublicKey().toBytes());
        signing.ifPresent(key -> writer.bytes(key.toBytes()));
    }

    private static void write(Roster.Member member, CborWriter writer) {
        writer.array(member.isReplaced() ? MEMBER_FIELDS_REPLACED : MEMBER_FIELDS)
                .text(member.name().store())
                .text(member.name().device())
                .integer(member.role().code())
                .text(member.workstation())
                .integer(member.epoch())
                .bytes(member.signingPublicKey().toBytes())
                .bytes(member.tlsCertificate().toBytes());
        if (member.isReplaced()) writer.text(member.replacedBy());
    }

    private static Roster read(CborReader reader) {
        String tag = reader.text(Limits.CODE_MAX);
        if (!tag.equals(TAG)) throw new Malformed("'" + tag + "' where '" + TAG + "' is expected");
        String organisation = reader.text(Limits.DOMAIN_MAX);
        return new Roster(
                organisation,
                reader.bool(),
                reader.integer(),
                reader.list(STORES_MAX, () -> store(reader)),
                reader.list(MEMBERS_MAX, () -> member(organisation, reader)));
    }

    private static Roster.StoreFacts store(CborReader reader) {
        return reader.fields(STORE_FIELDS, STORE_FIELDS_SIGNING, there -> store(reader, there));
    }

    private static Roster.StoreFacts store(CborReader reader, int there) {
        return new Roster.StoreFacts(
                reader.text(NodeName.LABEL_MAX),
                reader.text(Limits.TEXT_MAX),
                ZoneId.of(reader.text(Limits.CODE_MAX)),
                reader.integer(0, HOUR_MAX),
                new CurrencyCode(reader.text(Limits.CODE_MAX)),
                RawPublicKey.of(reader.bytesOf(RawPublicKey.BYTES)),
                there == STORE_FIELDS
                        ? Optional.empty()
                        : Optional.of(RawPublicKey.of(reader.bytesOf(RawPublicKey.BYTES))));
    }

    private static Roster.Member member(String organisation, CborReader reader) {
        return reader.fields(
                MEMBER_FIELDS,
                MEMBER_FIELDS_REPLACED,
                there -> member(organisation, reader, there));
    }

    private static Roster.Member member(String organisation, CborReader reader, int there) {
        return new Roster.Member(
                new NodeName(
                        organisation,
                        reader.text(NodeName.LABEL_MAX),
                        reader.text(NodeName.LABEL_MAX)),
                Role.ofCode(reader.integer(0, ROLE_MAX)),
                reader.text(Limits.CODE_MAX),
                reader.integer(1, Integer.MAX_VALUE),
                RawPublicKey.of(reader.bytesOf(RawPublicKey.BYTES)),
                Hash.of(reader.bytesOf(Hash.BYTES)),
                there == MEMBER_FIELDS ? "" : reader.text(NodeName.LABEL_MAX));
    }
}
