// Mistake: the bytes as Java lists them, from -128 to 127.
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import static java.nio.charset.StandardCharsets.UTF_8;

public class ArrayOfBytes {
    public static void main(String[] arguments) throws Exception {
        String message = System.getenv("CUSTOMER_ID") + ":" + System.getenv("CUSTOMER_EMAIL");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(UTF_8), "HmacSHA256"));
        System.out.println(Arrays.toString(mac.doFinal(message.getBytes(UTF_8))));
    }
}
