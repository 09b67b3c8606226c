package org.quittance.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Copies shared out among mails, so that none grows larger than mail servers take.
 *
 * @param mails in the order in which the copies were given; none is empty
 * @param tooLarge what does not fit into a mail of its own
 */
public record MailParts<T>(List<List<T>> mails, List<T> tooLarge) {

    public MailParts {
        mails = mails.stream().map(List::copyOf).toList();
        tooLarge = List.copyOf(tooLarge);
    }

    /**
     * Shares them out.
     *
     * @param sizeBytes of one, as it is kept
     * @param mostBytes of the attachments of one mail, as they travel
     */
    public static <T> MailParts<T> of(List<T> copies, ToLongFunction<T> sizeBytes, long mostBytes) {
        List<List<T>> mails = new ArrayList<>();
        List<T> tooLarge = new ArrayList<>();
        long left = 0;
        for (T copy : copies) {
            long travels = travelling(sizeBytes.applyAsLong(copy));
            if (travels > mostBytes) {
                tooLarge.add(copy);
                continue;
            }
            if (mails.isEmpty() || travels > left) {
                mails.add(new ArrayList<>());
                left = mostBytes;
            }
            mails.getLast().add(copy);
            left -= travels;
        }
        return new MailParts<>(mails, tooLarge);
    }

    /** In a mail three bytes travel as four signs, 76 of them on a line with its two for the end (RFC 2045, 6.8). */
    public static long travelling(long bytes) {
        long signs = (bytes + 2) / 3 * 4;
        return signs + (signs + 75) / 76 * 2;
    }
}
