// Mistake: Java's bytes are signed, and toHexString widens the negative ones to eight digits.
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import static java.nio.charset.StandardCharsets.UTF_8;

public class SignedBytes {
    public static void main(String[] arguments) throws Exception {
        String message = System.getenv("CUSTOMER_ID") + ":" + System.getenv("CUSTOMER_EMAIL");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(UTF_8), "HmacSHA256"));
        StringBuilder authkey = new StringBuilder();
        for (byte each : mac.doFinal(message.getBytes(UTF_8))) {
            authkey.append(Integer.toHexString(each));
        }
        System.out.println(authkey);
    }
}
