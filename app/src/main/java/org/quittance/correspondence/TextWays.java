package org.quittance.correspondence;

import org.springframework.stereotype.Service;

/** Tells people by which way text messages leave here. */
@Service
public class TextWays {

    private final TextWay way;

    TextWays(TextWay way) {
        this.way = way;
    }

    /** Such as {@code They are handed over one by one to https://sms.example/v1.}; what is to be done where nobody takes them. */
    public String sentence() {
        return switch (way) {
            case TextWay.None _ -> Claims.NO_TEXT_WAY;
            case TextWay.Folder folder -> "They are handed over in files, in the folder %s.".formatted(folder.path());
            case TextWay.Webhook webhook ->
                "They are handed over one by one, signed, to %s."
                        .formatted(webhook.address().getHost());
        };
    }
}
