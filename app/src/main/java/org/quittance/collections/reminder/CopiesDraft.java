package org.quittance.collections.reminder;

import java.util.List;
import org.quittance.core.copy.MailParts;
import org.quittance.correspondence.MailAddress;
import org.quittance.ledger.ItemLine;

/** The copies that a customer can be sent, or why there are none. */
public sealed interface CopiesDraft {

    /**
     * Copies that can be sent.
     *
     * @param items those that were chosen, with a copy
     * @param missing those that were chosen of which no copy is here
     * @param parts how they share out among mails
     * @param to who can be written to, the right one first
     */
    record Ready(
            List<ItemLine> items,
            List<ItemLine> missing,
            MailParts<EnclosedCopy> parts,
            MailAddress from,
            List<MailAddress> to)
            implements CopiesDraft {
        public Ready {
            items = List.copyOf(items);
            missing = List.copyOf(missing);
            to = List.copyOf(to);
        }

        /** How many PDFs leave: one for each document. */
        public int count() {
            return parts.mails().stream().mapToInt(List::size).sum();
        }
    }

    /**
     * Nothing can be sent.
     *
     * @param sentence why, with what is to be done about it
     */
    record Impossible(String sentence) implements CopiesDraft {}
}
