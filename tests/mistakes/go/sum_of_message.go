// Mistake: Sum doesn't take the message: it puts the HMAC of nothing behind it.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
)

func main() {
	message := os.Getenv("CUSTOMER_ID") + ":" + os.Getenv("CUSTOMER_EMAIL")
	mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))
	fmt.Println(hex.EncodeToString(mac.Sum([]byte(message))))
}
