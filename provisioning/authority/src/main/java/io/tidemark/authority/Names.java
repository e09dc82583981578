package io.tidemark.authority;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.NodeName;
import java.util.HexFormat;

/** What a person writes on the command line, refused by the option's name where it is none. */
final class Names {
    private Names() {}

    static NodeName node(String option, String uri) {
        try {
            return NodeName.parse(uri);
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused(
                    option
                            + ": '"
                            + uri
                            + "' names no node; write it as in tidemark://s001.shop.example/till-1",
                    e);
        }
    }

    static NodeName within(String option, String organisation, String store, String device) {
        try {
            return new NodeName(organisation, store, device);
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused(option + ": " + e.getMessage(), e);
        }
    }

    static Hash hash(String option, String hex) {
        try {
            return Hash.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused(
                    option + ": '" + hex + "' is no hash; write all its 64 hexadecimal digits", e);
        }
    }
}
