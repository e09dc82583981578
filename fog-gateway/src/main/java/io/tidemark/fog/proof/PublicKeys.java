package io.tidemark.fog.proof;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.home.Json;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who signs with which key (Ed25519, RFC 8032), as a text for whoever is to check a store's word: a
 * line for each node, its name and its key in hexadecimal. Or one key alone, whosever it is.
 */
final class PublicKeys {
    /** A roster has hundreds of nodes; a text of keys is never longer. */
    static final int CHARACTERS_MAX = 1 << 20;

    /** Under which the authority enrols a store's gateway. */
    private static final String GATEWAY = "gateway";

    /** A name and a key. */
    private static final int WORDS_MAX = 2;

    private final Map<NodeName, RawPublicKey> keys;
    private final Optional<RawPublicKey> only;

    private PublicKeys(Map<NodeName, RawPublicKey> keys, Optional<RawPublicKey> only) {
        this.keys = Map.copyOf(keys);
        this.only = only;
    }

    static PublicKeys of(Roster roster) {
        return new PublicKeys(
                roster.members().stream()
                        .collect(
                                Collectors.toMap(
                                        Roster.Member::name, Roster.Member::signingPublicKey)),
                Optional.empty());
    }

    /**
     * @param text what {@link #text} wrote, or one key in hexadecimal
     * @throws Malformed naming the line that cannot be read
     */
    static PublicKeys parse(String text) {
        if (text.length() > CHARACTERS_MAX)
            throw new Malformed("keys of more than " + CHARACTERS_MAX + " characters");
        Map<NodeName, RawPublicKey> keys = new TreeMap<>();
        Optional<RawPublicKey> only = Optional.empty();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            List<String> words = List.of(line.split("\\s+", WORDS_MAX));
            if (words.size() == 1 && only.isPresent())
                throw unreadable(line, "it is the second key without a name");
            if (words.size() == 1) only = Optional.of(key(line, words.getFirst()));
            else if (keys.put(name(line, words.getFirst()), key(line, words.getLast())) != null)
                throw unreadable(line, "it is the second key of this node");
        }
        if (keys.isEmpty() && only.isEmpty()) throw new Malformed("there is no key in it");
        return new PublicKeys(keys, only);
    }

    String text() {
        return new TreeMap<>(keys)
                .entrySet().stream()
                        .map(each -> each.getKey().uri() + " " + each.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** The same as a JSON array. */
    String json() {
        return new TreeMap<>(keys)
                .entrySet().stream()
                        .map(each ->
                                Json.object(
                                        Json.field("name", each.getKey().uri()),
                                        Json.field("key", each.getValue().toString())))
                        .collect(Collectors.joining(",", "[", "]\n"));
    }

    /** Empty where nobody told of a key of this node. */
    Optional<Verifier> of(NodeName node) {
        return named(node).or(() -> only.map(Ed25519::verifier));
    }

    /** Empty where no key was told to be this node's, even if one was given without a name. */
    Optional<Verifier> named(NodeName node) {
        return Optional.ofNullable(keys.get(node)).map(Ed25519::verifier);
    }

    /** The key of a store: its gateway's, which signs its log. */
    Optional<Verifier> ofStore(String organisation, String store) {
        return of(new NodeName(organisation, store, GATEWAY));
    }

    private static NodeName name(String line, String word) {
        try {
            return NodeName.parse(word);
        } catch (IllegalArgumentException e) {
            throw unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    private static RawPublicKey key(String line, String word) {
        try {
            RawPublicKey key = RawPublicKey.of(HexFormat.of().parseHex(word));
            Ed25519.verifier(key);
            return key;
        } catch (IllegalArgumentException e) {
            throw unreadable(
                    line,
                    "a key has " + 2 * RawPublicKey.BYTES + " hexadecimal digits, and is no other");
        }
    }

    private static Malformed unreadable(String line, String why) {
        String shown = line.length() <= 80 ? line : line.substring(0, 80) + "…";
        return new Malformed("the line '" + shown + "' cannot be read: " + why);
    }
}
