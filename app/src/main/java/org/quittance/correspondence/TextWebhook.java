package org.quittance.correspondence;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands a text message to a service over HTTPS, signed as the specification of the Standard Webhooks (version 1) has it: the id that stays the
 * same in every attempt, the time, and an HMAC-SHA256 of both and the body. The service takes one id once; an attempt of which nothing was
 * heard may therefore be made again.
 */
@Component
class TextWebhook {

    static final String TYPE = "text_message.handed_over";

    private static final int TOO_MANY = 429;
    /** "Not now" in the words of RFC 9110 and RFC 8470. */
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, TOO_MANY);

    private static final int MOST_WORDS = 300;

    private final JsonMapper json;
    private final HttpClient client;

    TextWebhook(JsonMapper json, TrustedCertificates trusted) {
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trusted.context())
                .build();
    }

    MailReply send(TextWay.Webhook way, TextHandOver message, Instant now) {
        String body = body(message, now);
        HttpRequest request = HttpRequest.newBuilder(way.address())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature(way.secret(), message.id(), now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new MailReply.Unreachable(ConnectionFault.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MailReply.TryLater("the application is being stopped");
        }
    }

    private static MailReply reply(int status, String body) {
        String words = body.strip().replaceAll("\\s+", " ");
        String said = "it answers " + status
                + (words.isEmpty() ? "" : ", " + words.substring(0, Math.min(words.length(), MOST_WORDS)));
        if (status >= 200 && status < 300) {
            return new MailReply.Accepted();
        }
        boolean isNo = status >= 400 && status < 500 && !NOT_NOW.contains(status);
        return isNo ? new MailReply.Rejected(said) : new MailReply.TryLater(said);
    }

    private String body(TextHandOver message, Instant now) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("id", message.id());
        data.put("to", message.to());
        data.put("text", message.text());
        data.put("language", message.language());
        data.put("entity", message.entity());
        data.put("customerNumber", message.customerNumber());
        data.put("notAfter", message.notAfter().toString());
        return json.writeValueAsString(new Event(TYPE, now.toString(), data));
    }

    /** What the body says, in the form that the specification recommends. */
    private record Event(String type, String timestamp, Map<String, String> data) {}

    static String signature(SecretKey secret, String id, Instant now, String body) {
        return WebhookSignature.of(secret, id, now.getEpochSecond(), body.getBytes(StandardCharsets.UTF_8));
    }
}
