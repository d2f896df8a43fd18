// Mistake: %d for an id that is a string, which Go writes into the text itself.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"os"
)

func main() {
	message := fmt.Sprintf("%d:%s", os.Getenv("CUSTOMER_ID"), os.Getenv("CUSTOMER_EMAIL"))
	mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))
	mac.Write([]byte(message))
	fmt.Printf("%x\n", mac.Sum(nil))
}
