package org.quittance.formats;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** What happens to files on their way: bytes changed, cut off, cut out, doubled, put in. The same seed gives the same damage. */
public final class Damage {

    private Damage() {}

    public static byte[] of(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages && bytes.length > 1; i++) {
            bytes = damagedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (random.nextInt(6)) {
            case 0 -> {
                bytes[from] = (byte) random.nextInt(256);
                out.writeBytes(bytes);
            }
            case 1 -> {
                bytes[from] = (byte) "0123456789,./:-+<>&;CD".charAt(random.nextInt(22));
                out.writeBytes(bytes);
            }
            case 2 -> out.write(bytes, 0, Math.max(1, from));
            case 3 -> {
                out.write(bytes, 0, from);
                out.write(bytes, to, bytes.length - to);
            }
            case 4 -> {
                out.write(bytes, 0, to);
                out.write(bytes, from, bytes.length - from);
            }
            default -> {
                out.write(bytes, 0, from);
                out.writeBytes(
                        new byte[] {0, 1, (byte) 0xC3, (byte) 0xFF, '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80});
                out.write(bytes, from, bytes.length - from);
            }
        }
        return out.toByteArray();
    }
}
