/** Listens for Terraform and gives each of its connections, one of its provider processes, a session of its own. */
import { createServer, type Server as NetServer, type Socket } from "node:net";
import { join } from "node:path";
import {
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { type Handler, type IssuedIds, PluginCrash, type ProviderDefinition, providerHandlers } from "./service";
import { providerService, type Request, type Response } from "./wire";

/** One entry of `TF_REATTACH_PROVIDERS`. */
export interface Reattach {
  readonly Protocol: "grpc";
  readonly ProtocolVersion: 5;
  readonly Pid: number;
  readonly Test: true;
  readonly Addr: { readonly Network: "unix" | "tcp"; readonly String: string };
}

export interface Listener {
  readonly reattach: Reattach;
  close(): Promise<void>;
}

const unary =
  (handler: Handler, socket: Socket) =>
  (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>): void => {
    handler(call.request).then(
      (response) => answer(null, response),
      (error: unknown) => {
        if (error instanceof PluginCrash) socket.destroy();
        else answer({ code: status.INTERNAL, details: String(error) });
      },
    );
  };

function serveConnection<Client>(socket: Socket, definition: ProviderDefinition<Client>, issued: IssuedIds): void {
  const server = new Server({ "grpc.max_receive_message_length": -1 });
  const handlers = providerHandlers(definition, issued, {});
  const wired: UntypedServiceImplementation = {};
  for (const [name, handler] of Object.entries(handlers)) wired[name] = unary(handler, socket);
  server.addService(providerService, wired);
  server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
  socket.on("close", () => server.forceShutdown());
  socket.on("error", () => socket.destroy());
}

function listen(server: NetServer, socketFile: string | undefined): Promise<Reattach["Addr"]> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketFile === undefined ? { host: "127.0.0.1", port: 0 } : { path: socketFile }, () => {
      const address = server.address();
      if (typeof address === "string") resolve({ Network: "unix", String: address });
      else resolve({ Network: "tcp", String: `127.0.0.1:${address?.port ?? 0}` });
    });
  });
}

/** On Windows a loopback port, elsewhere the socket `<folder>/<name>`. */
export async function listenForTerraform<Client>(
  definition: ProviderDefinition<Client>,
  issued: IssuedIds,
  folder: string,
  name: string,
): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serveConnection(socket, definition, issued);
  });
  const address = await listen(server, process.platform === "win32" ? undefined : join(folder, name));
  return {
    reattach: { Protocol: "grpc", ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: address },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
