"hello";
