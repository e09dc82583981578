package io.tidemark.lab.bench.day;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.journal.JournalKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who is who in the shop that is measured: head office, a gateway and its tills, with signing keys.
 * Kept in a file, so that another process can be the same gateway.
 */
public final class ShopKeys {
    static final String ORGANISATION = "bench.example";
    static final String STORE = "s001";

    private static final NodeName HEAD_OFFICE =
            new NodeName(ORGANISATION, NodeName.HEAD_OFFICE_STORE, "ledger");
    private static final NodeName GATEWAY = new NodeName(ORGANISATION, STORE, "gateway");

    private final Map<NodeName, KeyPair> keys;

    private ShopKeys(Map<NodeName, KeyPair> keys) {
        this.keys = keys;
    }

    public static ShopKeys fresh(int tills) {
        Map<NodeName, KeyPair> keys = new LinkedHashMap<>();
        for (NodeName node : nodes(tills)) keys.put(node, Ed25519.newKeys());
        return new ShopKeys(keys);
    }

    private static List<NodeName> nodes(int tills) {
        List<NodeName> nodes = new ArrayList<>(List.of(HEAD_OFFICE, GATEWAY));
        for (int till = 0; till < tills; till++)
            nodes.add(new NodeName(ORGANISATION, STORE, "till-" + (till + 1)));
        return nodes;
    }

    static Path file(Path directory) {
        return directory.resolve("keys");
    }

    public void write(Path directory) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file(directory)))) {
            out.writeInt(keys.size() - 2);
            for (KeyPair pair : keys.values()) {
                write(pair.getPublic().getEncoded(), out);
                write(pair.getPrivate().getEncoded(), out);
            }
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static ShopKeys read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            Map<NodeName, KeyPair> keys = new LinkedHashMap<>();
            for (NodeName node : nodes(in.readInt()))
                keys.put(
                        node,
                        new KeyPair(
                                factory.generatePublic(new X509EncodedKeySpec(bytes(in))),
                                factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(in)))));
            return new ShopKeys(keys);
        } catch (GeneralSecurityException e) {
            throw new IOException("no keys in " + file, e);
        }
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    int tills() {
        return keys.size() - 2;
    }

    JournalId till(int till) {
        return new JournalId(new NodeName(ORGANISATION, STORE, "till-" + (till + 1)), 1);
    }

    JournalId gateway() {
        return new JournalId(GATEWAY, 1);
    }

    Signer signer(NodeName node) {
        return Ed25519.signer(Objects.requireNonNull(keys.get(node)).getPrivate());
    }

    JournalKey journalKey() {
        return JournalKey.of(new byte[JournalKey.BYTES]);
    }

    static String workstation(int till) {
        return "T" + (till + 1);
    }

    Roster roster() {
        return new Roster(
                ORGANISATION,
                true,
                1,
                List.of(
                        new Roster.StoreFacts(
                                STORE,
                                "Bench",
                                TillScript.ZONE,
                                TillScript.CUT_OVER_HOUR,
                                Assortment.CURRENCY,
                                RawPublicKey.of(new byte[RawPublicKey.BYTES]))),
                keys.keySet().stream().map(this::member).toList());
    }

    private Roster.Member member(NodeName node) {
        String device = node.device();
        Role role =
                node.equals(GATEWAY)
                        ? Role.GATEWAY
                        : node.equals(HEAD_OFFICE) ? Role.HEAD_OFFICE : Role.TILL;
        return new Roster.Member(
                node,
                role,
                role == Role.TILL ? "T" + device.substring(device.indexOf('-') + 1) : device,
                1,
                Ed25519.raw(Objects.requireNonNull(keys.get(node)).getPublic()),
                Hash.digest(node.uri().getBytes(StandardCharsets.UTF_8)));
    }
}
