package io.tidemark.ledger.proof;

import io.tidemark.ledger.codec.Malformed;
import java.io.ByteArrayOutputStream;

/**
 * Bytes as letters that a QR code keeps in its alphanumeric mode, where three of them take as much
 * room as two bytes (RFC 9285).
 */
final class Base45 {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length / 2 + 1) * 3);
        for (int at = 0; at < bytes.length; at += 2) {
            boolean isPair = at + 1 < bytes.length;
            int value = bytes[at] & 0xff;
            if (isPair) value = (value << Byte.SIZE) | (bytes[at + 1] & 0xff);
            for (int letters = isPair ? 3 : 2; letters > 0; letters--, value /= BASE)
                text.append(LETTERS.charAt(value % BASE));
        }
        return text.toString();
    }

    /**
     * @throws Malformed if nothing is written so
     */
    static byte[] parse(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at += 3) {
            String letters = text.substring(at, Math.min(at + 3, text.length()));
            int value = value(letters);
            boolean isPair = letters.length() == 3;
            if (letters.length() == 1 || value >= (isPair ? 1 << 16 : 1 << 8))
                throw new Malformed("not Base45: '" + letters + "'");
            if (isPair) bytes.write(value >> Byte.SIZE);
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static int value(String letters) {
        int value = 0;
        for (int at = letters.length() - 1; at >= 0; at--) {
            int letter = LETTERS.indexOf(letters.charAt(at));
            if (letter < 0) throw new Malformed("not Base45: '" + letters.charAt(at) + "'");
            value = value * BASE + letter;
        }
        return value;
    }
}
