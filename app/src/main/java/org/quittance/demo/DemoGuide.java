package org.quittance.demo;

import java.util.Map;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.collections.Action;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.guide.GuideTopic;

/** What the guide of Halden &amp; Rowe says to some steps of the work. */
final class DemoGuide {

    static final Map<GuideTopic, String> TEXTS = Map.of(
            GuideTopic.of(Action.CALL),
            """
                    Have the oldest invoice and the last promise before you when you dial.

                    - Say who you are and which invoices you call about.
                    - Ask whether anything keeps them from paying, and listen.
                    - Ask for an amount and a day, and repeat both before you say goodbye.

                    Whoever says that they cannot pay gets a plan, not a threat: see what you may concede.
                    """,
            GuideTopic.of(Action.NOTICE_3),
            """
                    The final notice names the day after which we hand the account over. Before it goes out:

                    - Look for money on account that nobody has applied.
                    - Look for a dispute that is still with sales.
                    - Tell the sales owner of a key account.
                    """,
            GuideTopic.of(Action.ESCALATE),
            """
                    Escalate when the customer waits for an answer from us, or when three contacts in a row came to nothing.

                    - Write what you want to be decided, and by when the customer needs it.
                    - Choose the path of whoever can decide it; the sales owner cannot lift a hold.
                    """,
            GuideTopic.of(DisputeReason.PRICE),
            """
                    Ask for the order that shows the price, and compare it with ours before you ask sales.

                    - Sales answers within five working days.
                    - What is not disputed of the invoice is still asked for.
                    """,
            GuideTopic.of(DisputeReason.NOT_DELIVERED),
            """
                    Ask logistics for the proof of delivery and send it with the copy of the invoice.

                    If there is none within three working days, ask for the credit note.
                    """,
            GuideTopic.of(DeductionReason.FREIGHT),
            """
                    Look at the terms of the order. Carriage paid means that they are right: ask for a credit note.

                    - Up to 50.00 you give it up within your authority.
                    - Above that it becomes a dispute for logistics.
                    """);

    private DemoGuide() {}
}
