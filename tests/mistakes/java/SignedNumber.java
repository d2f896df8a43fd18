// Mistake: the digest as a number with a sign is negative for every second customer.
import java.math.BigInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import static java.nio.charset.StandardCharsets.UTF_8;

public class SignedNumber {
    public static void main(String[] arguments) throws Exception {
        String message = System.getenv("CUSTOMER_ID") + ":" + System.getenv("CUSTOMER_EMAIL");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(UTF_8), "HmacSHA256"));
        System.out.println(new BigInteger(mac.doFinal(message.getBytes(UTF_8))).toString(16));
    }
}
