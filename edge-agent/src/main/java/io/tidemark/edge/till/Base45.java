package io.tidemark.edge.till;

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
}
