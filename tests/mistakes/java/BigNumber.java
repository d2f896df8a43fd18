// Mistake: the digest as one number loses the zeros at its front.
import java.math.BigInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import static java.nio.charset.StandardCharsets.UTF_8;

public class BigNumber {
    public static void main(String[] arguments) throws Exception {
        String message = System.getenv("CUSTOMER_ID") + ":" + System.getenv("CUSTOMER_EMAIL");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(UTF_8), "HmacSHA256"));
        System.out.println(new BigInteger(1, mac.doFinal(message.getBytes(UTF_8))).toString(16));
    }
}
