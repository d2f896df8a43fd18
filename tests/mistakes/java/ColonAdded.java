// Mistake: a number and the character ':' are added up, which makes 58 more and no colon.
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import static java.nio.charset.StandardCharsets.UTF_8;

public class ColonAdded {
    public static void main(String[] arguments) throws Exception {
        int id = Integer.parseInt(System.getenv("CUSTOMER_ID"));
        String message = id + ':' + System.getenv("CUSTOMER_EMAIL");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(UTF_8), "HmacSHA256"));
        StringBuilder authkey = new StringBuilder();
        for (byte each : mac.doFinal(message.getBytes(UTF_8))) {
            authkey.append(String.format("%02x", each));
        }
        System.out.println(authkey);
    }
}
