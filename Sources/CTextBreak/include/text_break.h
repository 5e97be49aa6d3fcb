#pragma once
/* Line breaks and bidi order from ICU, without an ICU type in sight: ICU imported as a Swift
   module collides with the one inside Foundation. */
