package io.tidemark.ledger;

import java.net.URI;

/**
 * Who a node is: a device of a store of an organisation. Written as the URI {@code
 * tidemark://<store>.<organisation-domain>/<device>}, the form that certificates carry as a subject
 * alternative name (RFC 5280 §4.2.1.6).
 *
 * @param organisation the organisation's DNS domain, lower case, such as {@code shop.example}
 * @param store the store's label, such as {@code s001}; head office is {@link #HEAD_OFFICE_STORE}
 * @param device the device's label within the store, such as {@code till-1}
 */
public record NodeName(String organisation, String store, String device)
        implements Comparable<NodeName> {
    /** The label under which head office stands beside the stores. No store may be called so. */
    public static final String HEAD_OFFICE_STORE = "head-office";

    /** The longest label (RFC 1035 §2.3.4), in characters. */
    public static final int LABEL_MAX = 63;

    private static final int DOMAIN_LABELS_MAX = 9;
    private static final String SCHEME = "tidemark";

    public NodeName {
        requireStore(organisation, store);
        if (!isLabel(device)) throw refused("device", device);
    }

    /** That a store of an organisation may be called so. */
    static void requireStore(String organisation, String store) {
        if (!isDomain(organisation)) throw refused("organisation domain", organisation);
        if (!isLabel(store)) throw refused("store", store);
    }

    /** Whether a store or a device may be called so. */
    public static boolean isLabel(String text) {
        return isLabel(text, 0, text.length());
    }

    private static boolean isDomain(String text) {
        int from = 0;
        for (int labels = 1; labels <= DOMAIN_LABELS_MAX; labels++) {
            int dot = text.indexOf('.', from);
            if (dot < 0) return isLabel(text, from, text.length());
            if (!isLabel(text, from, dot)) return false;
            from = dot + 1;
        }
        return false;
    }

    /** Looked at letter by letter: every signed head names its node, and a day has many. */
    private static boolean isLabel(String text, int from, int to) {
        if (from == to || to - from > LABEL_MAX) return false;
        if (text.charAt(from) == '-' || text.charAt(to - 1) == '-') return false;
        for (int i = from; i < to; i++) if (!isOfLabel(text.charAt(i))) return false;
        return true;
    }

    private static boolean isOfLabel(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= '0' && letter <= '9')
                || letter == '-';
    }

    /** Reads the URI form; anything that is not exactly such a URI is refused. */
    public static NodeName parse(String uri) {
        URI parsed = URI.create(uri);
        String host = parsed.getHost();
        String path = parsed.getPath();
        if (!SCHEME.equals(parsed.getScheme()) || host == null || path == null || path.length() < 2)
            throw refused("node URI", uri);
        int dot = host.indexOf('.');
        if (dot < 0) throw refused("node URI", uri);
        NodeName name =
                new NodeName(host.substring(dot + 1), host.substring(0, dot), path.substring(1));
        if (!name.uri().equals(uri)) throw refused("node URI", uri);
        return name;
    }

    public String uri() {
        return SCHEME + "://" + store + "." + organisation + "/" + device;
    }

    public boolean isHeadOffice() {
        return store.equals(HEAD_OFFICE_STORE);
    }

    public boolean isInStoreOf(NodeName other) {
        return organisation.equals(other.organisation) && store.equals(other.store);
    }

    @Override
    public int compareTo(NodeName other) {
        return uri().compareTo(other.uri());
    }

    @Override
    public String toString() {
        return uri();
    }

    private static IllegalArgumentException refused(String what, String value) {
        return new IllegalArgumentException(
                "not a valid "
                        + what
                        + ": '"
                        + value
                        + "' (lower-case letters, digits and hyphens, at most "
                        + LABEL_MAX
                        + " a label)");
    }
}
