/** Web IDL: a parser, its model, and the IDL of the specifications that this project implements. */
module dev.usermedia.idl {
  requires static org.jspecify;

  exports dev.usermedia.idl;
  exports dev.usermedia.idl.ast;
  exports dev.usermedia.idl.glue;
}
