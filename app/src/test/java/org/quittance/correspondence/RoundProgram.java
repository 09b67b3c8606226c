package org.quittance.correspondence;

import org.quittance.cli.Installation;
import org.springframework.context.ConfigurableApplicationContext;

/** One round of reading as a process of its own, which a test can kill. */
final class RoundProgram {

    private RoundProgram() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = new Installation().startQuietly()) {
            context.getBean(MailRound.class).read();
        }
    }
}
