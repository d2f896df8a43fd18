// Mistake: an Optional is joined to the text, not what is in it.
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import static java.nio.charset.StandardCharsets.UTF_8;

public class OptionalId {
    public static void main(String[] arguments) throws Exception {
        Optional<String> id = Optional.of(System.getenv("CUSTOMER_ID"));
        String message = id + ":" + System.getenv("CUSTOMER_EMAIL");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(UTF_8), "HmacSHA256"));
        StringBuilder authkey = new StringBuilder();
        for (byte each : mac.doFinal(message.getBytes(UTF_8))) {
            authkey.append(String.format("%02x", each));
        }
        System.out.println(authkey);
    }
}
