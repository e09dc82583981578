package io.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519Test {
    /** RFC 8410 §7: what stands before the 32 bytes of a private key. */
    private static final String PKCS8 = "302e020100300506032b657004220420";

    /** RFC 8032 §7.1, test 3. */
    private static final String SECRET =
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";

    private static final String PUBLIC =
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    private static final String SIGNATURE =
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
    private static final byte[] MESSAGE = hex("af82");

    @Test
    void a_signature_is_the_one_rfc_8032_prints() throws Exception {
        Signer signer = Ed25519.signer(privateKey(SECRET));

        byte[] signature = signer.sign(MESSAGE);

        assertThat(signature).isEqualTo(hex(SIGNATURE));
    }

    @Test
    void the_signature_rfc_8032_prints_holds() {
        Verifier verifier = Ed25519.verifier(RawPublicKey.of(hex(PUBLIC)));

        assertThat(verifier.verify(MESSAGE, hex(SIGNATURE))).isTrue();
    }

    @Test
    void the_jdk_accepts_what_is_signed_here() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        byte[] signature = Ed25519.signer(pair.getPrivate()).sign(MESSAGE);

        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(pair.getPublic());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(signature)).isTrue();
        assertThat(Ed25519.verifier(Ed25519.raw(pair.getPublic())).verify(MESSAGE, signature))
                .isTrue();
    }

    @Test
    void another_message_another_key_and_a_flipped_bit_are_refused() throws Exception {
        Verifier verifier = Ed25519.verifier(RawPublicKey.of(hex(PUBLIC)));
        byte[] flipped = hex(SIGNATURE);
        flipped[40] ^= 1;
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThat(verifier.verify(hex("af83"), hex(SIGNATURE))).isFalse();
        assertThat(verifier.verify(MESSAGE, flipped)).isFalse();
        assertThat(Ed25519.verifier(Ed25519.raw(other.getPublic())).verify(MESSAGE, hex(SIGNATURE)))
                .isFalse();
    }

    @Test
    void a_signature_of_any_other_length_is_refused_and_does_not_throw() {
        Verifier verifier = Ed25519.verifier(RawPublicKey.of(hex(PUBLIC)));

        assertThat(verifier.verify(MESSAGE, new byte[0])).isFalse();
        assertThat(verifier.verify(MESSAGE, new byte[63])).isFalse();
        assertThat(verifier.verify(MESSAGE, new byte[65])).isFalse();
    }

    @Test
    void a_key_of_another_kind_is_refused() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatThrownBy(() -> Ed25519.signer(pair.getPrivate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an Ed25519 key");
    }

    private static PrivateKey privateKey(String secret) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(hex(PKCS8 + secret)));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
